export const usage = `candor: the workspace where a team holds its blameless postmortem

  candor start             serve page, API and sync
  candor evidence FILE...  show what an import would offer of chats, alerts, deploys, tickets and notes
  candor import FILE...    make a postmortem of each incident file
  candor backup FILE       copy everything into one file, while the server runs or not
  candor restore FILE      put a backup in the place of the data
  candor verify [FILE]     read everything once and name what is damaged
  candor sign-in-link EMAIL
                           let someone back in who cannot sign in any more
  candor COMMAND --help    more about one command

Environment: PORT (4100), HOST (127.0.0.1), DATA_DIR (./data), LOG_LEVEL (info)`

export const usageByCommand = {
  start: `candor start: serve page, API and sync on one port until Ctrl-C

  PORT       the port, 0 for any that is free (4100)
  HOST       the address to listen on; 0.0.0.0 lets colleagues in (127.0.0.1)
  DATA_DIR   the folder for database and keys; one process at a time (./data)
  LOG_LEVEL  debug, info, warn or error (info)`,

  import: `candor import FILE...: make a postmortem of each incident file (format evidence-incident/1)

  Prints a line for each: its title, and its path on the server. The first to open that path facilitates.
  A file that cannot be read makes nothing and is named on the error stream with the place at fault, as
  FILE: PATH: PROBLEM; the others are still imported, and the exit code is 1.

  DATA_DIR   the folder the server keeps its data in (./data). A server that runs on it is asked to import;
             otherwise the file goes straight into the database.`,

  evidence: `candor evidence FILE... [ANSWERS] [--json]: show what an import would offer

  FILE may be a folder or a zip, whose files are read together, as files that are dropped together are; or - for
  what is piped in. Several FILEs are read each by itself. What a file is shows in its content: a Slack export,
  Teams, Alertmanager, Grafana, PagerDuty, Opsgenie, Datadog, Statuspage, GitHub, GitLab, Argo CD, Kubernetes,
  CloudWatch, Sentry, Zendesk, Intercom, Jira, incident.io, Rootly, FireHydrant, a table, or text with times in it.
  A line for each thing that happened. What cannot be known, like the zone of a bare clock time, is asked, never
  guessed. A problem is named with its file and line, the others are still shown, and the exit code is 1; a file that
  says that it is not complete counts as one. Nothing is imported and nothing leaves this machine.

  What the page would ask can be answered beforehand:
  --zone           the time zone of times that name none: Europe/Amsterdam, UTC or -07:00
  --date           the day of clock times that name none, like 2026-03-11
  --date-order     dmy or mdy: whether 03/04/2026 is in April or in March
  --repeated-hour  first or second: which of the two hours, where clocks went back
  --anchor         the instant that ages like 47s, or T+3, count from, like 2026-03-11T10:30:00Z

  --json     one JSON object a line: file, nativeId, at, precision, text, actor, kindHint, needs, problem, and more.
             needs names what has to be asked before the time is known: zone, date, dateOrder, halfDay, repeatedHour,
             missingHour, anchor, time. Then at is null. A line with a problem has only file, problem and line.`,

  backup: `candor backup FILE: copy everything into one file

  The copy is of one moment, and nobody who is writing waits for it. FILE is complete or not there at all; a
  file of that name is never overwritten. What is damaged in the copy is named, and the exit code is then 1.
  The operator key is not in it. Names, e-mail addresses, everything written, and hashes of passwords, sessions
  and keys are.

  DATA_DIR   the folder the server keeps its data in (./data)`,

  restore: `candor restore FILE [--force]: put a backup in the place of the data

  Stop the server first, and close the pages that are still open: they would bring back what they hold.
  FILE is verified before anything changes. An older backup is brought up to date at the next start. Access that
  was taken away since it was made is there again: look at the people and the guests afterwards.

  --force    replace a database that is there, which is kept beside it with the date in its name; and accept
             a backup in which single postmortems are damaged, which are named
  DATA_DIR   the folder to restore into (./data)`,

  verify: `candor verify [FILE] [--json]: read everything once and name what is damaged

  Reads the database in DATA_DIR, or the backup FILE, and changes nothing. Damaged postmortems are named on the
  error stream, as TITLE  PATH: PROBLEM, and the exit code is 1. A server may be running meanwhile.

  --json     one object on the output: file, postmortems, meetings, damages
  DATA_DIR   the folder the server keeps its data in (./data)`,

  'sign-in-link': `candor sign-in-link EMAIL: let someone back in who cannot sign in any more

  Prints a link that signs in whoever has this e-mail address, once, within a day. Give it to nobody else.
  It stands in the audit log. An address nobody has makes no link, and the exit code is 1.

  PUBLIC_URL the address people open, which the link begins with; the server's own if it is not set
  DATA_DIR   the folder the server keeps its data in (./data). A server that runs on it is asked for the link;
             otherwise it goes straight into the database.`,
}
