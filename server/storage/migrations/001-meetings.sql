CREATE TABLE people (
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Only the hash is kept: who reads this table cannot take anyone's place.
CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE postmortems (
  postmortem_id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  severity TEXT,
  -- A JSON list of names.
  services TEXT NOT NULL,
  incident_started_at INTEGER,
  -- Null where the command line made it.
  created_by TEXT REFERENCES people,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE meetings (
  -- Counts up, so the newest meeting of a postmortem is the one with the highest.
  number INTEGER PRIMARY KEY,
  meeting_id TEXT NOT NULL UNIQUE,
  postmortem_id TEXT NOT NULL REFERENCES postmortems
) STRICT;
CREATE INDEX meetings_by_postmortem ON meetings (postmortem_id, number);

-- Everything that ever happened in a meeting, in order. Never changed, never deleted.
CREATE TABLE meeting_entries (
  meeting_id TEXT NOT NULL REFERENCES meetings (meeting_id),
  -- The meeting's version this entry was decided on: two decisions on the same version cannot both be stored.
  from_version INTEGER NOT NULL,
  command_id TEXT NOT NULL,
  -- Null where the server acted by itself.
  sender TEXT REFERENCES people,
  at INTEGER NOT NULL,
  -- A JSON list of meeting events; the meeting's version grows by one with each.
  events TEXT NOT NULL,
  PRIMARY KEY (meeting_id, from_version),
  UNIQUE (meeting_id, command_id)
) STRICT;
CREATE INDEX meeting_entries_by_sender ON meeting_entries (sender, meeting_id);

-- Each opens the shared screen of one postmortem, to read and nothing else.
CREATE TABLE stage_keys (
  key_hash BLOB PRIMARY KEY,
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  created_by TEXT NOT NULL REFERENCES people,
  created_at INTEGER NOT NULL
) STRICT;
