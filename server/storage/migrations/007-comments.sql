-- What people say about the content, beside it: whoever may not write the content may comment, and a thread outlives
-- what it was about.
CREATE TABLE comment_threads (
  postmortem_id TEXT NOT NULL,
  -- Made by the browser, and so unique within its postmortem only.
  thread_id TEXT NOT NULL,
  -- JSON: a card, an event, an action or a passage.
  anchor TEXT NOT NULL,
  -- What stood there when the thread was started, as the browser saw it.
  quote TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  -- Null while it is open.
  resolved_by TEXT,
  resolved_at INTEGER,
  PRIMARY KEY (postmortem_id, thread_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE comments (
  number INTEGER PRIMARY KEY,
  postmortem_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Empty once it is deleted.
  text TEXT NOT NULL,
  -- JSON: ids of the people it mentions.
  mentions TEXT NOT NULL,
  edited_at INTEGER,
  -- Such a comment stays as long as another stands below it.
  deleted_at INTEGER,
  UNIQUE (postmortem_id, comment_id),
  FOREIGN KEY (postmortem_id, thread_id) REFERENCES comment_threads (postmortem_id, thread_id) ON DELETE CASCADE
) STRICT;
CREATE INDEX comments_of_thread ON comments (postmortem_id, thread_id, number);
