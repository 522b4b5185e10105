-- Each time the material of a meeting went out.
CREATE TABLE material_sendings (
  sending_id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id),
  -- By hand: somebody passed on the link by themselves and said so.
  way TEXT NOT NULL CHECK (way IN ('mail', 'byHand')),
  -- The start it told; null where no time was chosen.
  starts_at INTEGER,
  sent_by TEXT NOT NULL REFERENCES people,
  sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX material_sendings_by_meeting ON material_sendings (meeting_id, sent_at);

-- Who it went to. One row for each of them and meeting, so that nobody gets it twice.
CREATE TABLE material_recipients (
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id),
  person_id TEXT NOT NULL REFERENCES people,
  sending_id TEXT NOT NULL REFERENCES material_sendings,
  -- On its way while the mail server is being asked; a process that ends meanwhile leaves it so.
  state TEXT NOT NULL CHECK (state IN ('onItsWay', 'sent', 'failed')),
  PRIMARY KEY (meeting_id, person_id)
) STRICT, WITHOUT ROWID;

-- Whoever has opened it, as a hash under a key that is in no database. Without a time and without a number.
CREATE TABLE material_openings (
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id),
  opener_hash BLOB NOT NULL,
  PRIMARY KEY (meeting_id, opener_hash)
) STRICT, WITHOUT ROWID;
