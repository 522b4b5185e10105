-- What people brought along as evidence, with names and secrets masked before it was sent. Added, never changed.
CREATE TABLE evidence_originals (
  evidence_id TEXT PRIMARY KEY,
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  -- As the file was called where it came from; a paste has one of ours.
  name TEXT NOT NULL,
  -- As the readers of evidence call it. Null where none recognised it.
  format TEXT,
  -- Of the file, in bytes; `bytes` is deflated.
  size INTEGER NOT NULL,
  -- SHA-256 of the file.
  content_hash BLOB NOT NULL,
  bytes BLOB NOT NULL,
  added_by TEXT NOT NULL REFERENCES people,
  added_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX evidence_originals_of ON evidence_originals (postmortem_id, content_hash);
CREATE TRIGGER evidence_originals_stay BEFORE UPDATE ON evidence_originals
BEGIN SELECT RAISE(ABORT, 'an original is never changed'); END;
CREATE TRIGGER evidence_originals_are_kept BEFORE DELETE ON evidence_originals
BEGIN SELECT RAISE(ABORT, 'an original is never removed'); END;

-- Which things of the evidence were taken, and as which event or card: an import offers none of them again.
CREATE TABLE evidence_taken (
  postmortem_id TEXT NOT NULL,
  -- By which a thing is known again, whatever file it comes in.
  identity TEXT NOT NULL,
  record_id TEXT NOT NULL,
  evidence_id TEXT NOT NULL REFERENCES evidence_originals,
  taken_by TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  PRIMARY KEY (postmortem_id, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_taken_of ON evidence_taken (evidence_id);
