-- What is known of an incident beside its document, because it weighs on how it is reviewed and on who may read of it.
-- The newest row counts; none is changed or deleted.
CREATE TABLE circumstances (
  number INTEGER PRIMARY KEY,
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  -- JSON
  circumstances TEXT NOT NULL,
  -- Null where the command line said it.
  said_by TEXT REFERENCES people,
  said_at INTEGER NOT NULL
) STRICT;
CREATE INDEX circumstances_by_postmortem ON circumstances (postmortem_id, number);
INSERT INTO circumstances (postmortem_id, circumstances, said_by, said_at)
SELECT postmortem_id, json_remove(facts, '$.severity', '$.services', '$.beganAt', '$.noticedAt', '$.resolvedAt'),
  decided_by, decided_at
FROM triages WHERE number IN (SELECT max(number) FROM triages GROUP BY postmortem_id);

-- How a meeting stands, as its log says, for lists that may not read every log. Written with each entry.
ALTER TABLE meetings ADD COLUMN status TEXT NOT NULL DEFAULT 'scheduled'
  CHECK (status IN ('scheduled', 'live', 'ended'));
UPDATE meetings SET status = coalesce((
  SELECT CASE json_extract(event.value, '$.type') WHEN 'meetingEnded' THEN 'ended' ELSE 'live' END
  FROM meeting_entries AS e, json_each(e.events) AS event
  WHERE e.meeting_id = meetings.meeting_id
    AND json_extract(event.value, '$.type') IN ('meetingStarted', 'meetingEnded', 'meetingReopened')
  ORDER BY e.from_version DESC, event.key DESC LIMIT 1), 'scheduled');
