-- The bytes of what people attached to cards, events and notes, and of its thumbnails. Added, never changed: what shows
-- them is a record in the content, which can be removed and comes back by undo.
CREATE TABLE attached_files (
  file_id TEXT PRIMARY KEY,
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  name TEXT NOT NULL,
  -- By its bytes, never by its name or by what whoever sent it said.
  media_type TEXT NOT NULL,
  -- In points. Null for what is no picture.
  width INTEGER,
  height INTEGER,
  -- Of the file, in bytes; `bytes` is deflated.
  size INTEGER NOT NULL,
  -- SHA-256 of the file.
  content_hash BLOB NOT NULL,
  bytes BLOB NOT NULL,
  added_by TEXT NOT NULL REFERENCES people,
  added_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX attached_files_of ON attached_files (postmortem_id, content_hash);
CREATE TRIGGER attached_files_stay BEFORE UPDATE ON attached_files
BEGIN SELECT RAISE(ABORT, 'an attached file is never changed'); END;
CREATE TRIGGER attached_files_are_kept BEFORE DELETE ON attached_files
BEGIN SELECT RAISE(ABORT, 'an attached file is never removed'); END;
