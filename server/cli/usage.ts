export const usage = `candor: the workspace where a team holds its blameless postmortem

  candor start             serve page, API and sync
  candor import FILE...    make a postmortem of each incident file
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
}
