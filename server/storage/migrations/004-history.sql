-- The content at moments worth going back to, as JSON that was deflated. Equal contents of a postmortem are kept once.
CREATE TABLE checkpoint_contents (
  postmortem_id TEXT NOT NULL,
  -- SHA-256 of the JSON.
  content_hash BLOB NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (postmortem_id, content_hash)
) STRICT;

CREATE TABLE checkpoints (
  postmortem_id TEXT NOT NULL,
  -- Counts up, like the moments themselves.
  number INTEGER NOT NULL,
  -- JSON: what it was made for.
  occasion TEXT NOT NULL,
  -- Who made that happen. Null where the server acted by itself.
  made_by TEXT,
  at INTEGER NOT NULL,
  -- When the content was read; later than `at` where the server was killed in between. Null, like the content, until
  -- it is on disk: such a checkpoint is made up for at the next start.
  read_at INTEGER,
  content_hash BLOB,
  PRIMARY KEY (postmortem_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX checkpoints_due ON checkpoints (postmortem_id, number) WHERE content_hash IS NULL;

-- Who changed which piece of the content after which checkpoint (0: before the first), by the connection it came from.
CREATE TABLE content_changes (
  postmortem_id TEXT NOT NULL,
  after_checkpoint INTEGER NOT NULL,
  place TEXT NOT NULL,
  -- Empty where nobody can tell.
  person_id TEXT NOT NULL,
  PRIMARY KEY (postmortem_id, after_checkpoint, place, person_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE content_snapshots ADD COLUMN is_deflated INTEGER NOT NULL DEFAULT 0;
