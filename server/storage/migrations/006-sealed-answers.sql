-- How much of a name goes with the answers to a question, and whether they are open. Without a row: named, and sealed.
CREATE TABLE asked_questions (
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  question_id TEXT NOT NULL,
  privacy TEXT NOT NULL CHECK (privacy IN ('named', 'namedAfterReveal', 'anonymous')),
  revealed_at INTEGER,
  PRIMARY KEY (postmortem_id, question_id)
) STRICT, WITHOUT ROWID;

-- Without a time and without a number, so that nothing here has an order but that of random keys.
CREATE TABLE sealed_answers (
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  question_id TEXT NOT NULL,
  -- SHA-256 of a random key that the device it was written on holds.
  key_hash BLOB NOT NULL,
  -- Null except for a named answer to a named question.
  person_id TEXT REFERENCES people,
  -- The text, and the author unless it is to have none. The key to it is in no database.
  sealed TEXT NOT NULL,
  PRIMARY KEY (postmortem_id, question_id, key_hash)
) STRICT, WITHOUT ROWID;

-- In the shuffled order in which they were opened.
CREATE TABLE revealed_answers (
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  question_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  person_id TEXT REFERENCES people,
  PRIMARY KEY (postmortem_id, question_id, position)
) STRICT, WITHOUT ROWID;
