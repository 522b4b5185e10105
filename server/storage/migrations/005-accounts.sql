CREATE TABLE workspaces (
  workspace_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
-- There is always one, so that the command line can make a postmortem before anybody has come. Its owner names it.
INSERT INTO workspaces VALUES (lower(hex(randomblob(10))), 'Our team', 0);

CREATE TABLE memberships (
  workspace_id TEXT NOT NULL REFERENCES workspaces,
  person_id TEXT NOT NULL REFERENCES people,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (workspace_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_person ON memberships (person_id);
-- Whoever had said a name before there were accounts belongs to the team, for as long as their session lasts.
INSERT INTO memberships SELECT workspace_id, person_id, 'member', people.created_at FROM people, workspaces;

-- How someone signs in. A guest has no row here.
CREATE TABLE accounts (
  person_id TEXT PRIMARY KEY REFERENCES people,
  -- In small letters.
  email TEXT NOT NULL UNIQUE,
  -- scrypt, with its parameters and salt. Null for someone who comes by link or single sign-on.
  password_hash TEXT,
  -- Issuer and subject of single sign-on, once it has been used.
  issuer TEXT,
  subject TEXT,
  UNIQUE (issuer, subject)
) STRICT;

CREATE TABLE invitations (
  invitation_id TEXT PRIMARY KEY,
  key_hash BLOB NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL REFERENCES workspaces,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  invited_by TEXT NOT NULL REFERENCES people,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When it was accepted or withdrawn.
  settled_at INTEGER
) STRICT;
CREATE INDEX invitations_open ON invitations (workspace_id, email) WHERE settled_at IS NULL;

-- Each signs one person in, once.
CREATE TABLE sign_in_links (
  key_hash BLOB PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE teams (
  team_id TEXT PRIMARY KEY,
  workspace_id TEXT NOT NULL REFERENCES workspaces,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX teams_by_workspace ON teams (workspace_id);
CREATE TABLE team_people (
  team_id TEXT NOT NULL REFERENCES teams ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES people,
  PRIMARY KEY (team_id, person_id)
) STRICT, WITHOUT ROWID;

-- Sessions get an id to be ended by, and say when and where they were last used.
CREATE TABLE sessions_5 (
  token_hash BLOB PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people,
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  browser TEXT NOT NULL
) STRICT;
INSERT INTO sessions_5 SELECT token_hash, lower(hex(randomblob(16))), person_id, created_at, created_at, '' FROM sessions;
DROP TABLE sessions;
ALTER TABLE sessions_5 RENAME TO sessions;
CREATE INDEX sessions_by_person ON sessions (person_id);

ALTER TABLE postmortems ADD COLUMN workspace_id TEXT REFERENCES workspaces;
UPDATE postmortems SET workspace_id = (SELECT workspace_id FROM workspaces);
ALTER TABLE postmortems ADD COLUMN is_restricted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX postmortems_by_workspace ON postmortems (workspace_id, created_at);

-- Who of the workspace reads a restricted postmortem: a person, or everyone in a team.
CREATE TABLE audience_people (
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  person_id TEXT NOT NULL REFERENCES people,
  PRIMARY KEY (postmortem_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE audience_teams (
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  team_id TEXT NOT NULL REFERENCES teams ON DELETE CASCADE,
  PRIMARY KEY (postmortem_id, team_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE guest_links (
  guest_link_id TEXT PRIMARY KEY,
  key_hash BLOB NOT NULL UNIQUE,
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  role TEXT NOT NULL,
  has_lobby INTEGER NOT NULL,
  made_by TEXT NOT NULL REFERENCES people,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX guest_links_by_postmortem ON guest_links (postmortem_id);
-- One visit of one person to one postmortem. Over once it is revoked, its link is, or its link has expired.
CREATE TABLE guests (
  postmortem_id TEXT NOT NULL REFERENCES postmortems,
  person_id TEXT NOT NULL REFERENCES people,
  guest_link_id TEXT NOT NULL REFERENCES guest_links,
  arrived_at INTEGER NOT NULL,
  admitted_at INTEGER,
  -- Null where nobody had to: the link had no lobby.
  admitted_by TEXT REFERENCES people,
  revoked_at INTEGER,
  PRIMARY KEY (postmortem_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guests_by_person ON guests (person_id);

ALTER TABLE stage_keys ADD COLUMN revoked_at INTEGER;

-- Who did what. Never what anybody wrote or answered.
CREATE TABLE audit_entries (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- What concerns a person alone stands here once for each of their workspaces.
  workspace_id TEXT,
  postmortem_id TEXT,
  person_id TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_by_workspace ON audit_entries (workspace_id, number);
