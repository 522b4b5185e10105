-- What people write, as Yjs updates. A document is its snapshot, if there is one, and every update after it.
-- Applying an update twice does no harm, so an update the snapshot already holds may stay.
CREATE TABLE content_updates (
  postmortem_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (postmortem_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE content_snapshots (
  postmortem_id TEXT PRIMARY KEY,
  -- The last update this snapshot holds.
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- Whose edits a Yjs client id stands for: the person who first typed with it.
CREATE TABLE content_writers (
  postmortem_id TEXT NOT NULL,
  client_id INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  PRIMARY KEY (postmortem_id, client_id)
) STRICT, WITHOUT ROWID;
