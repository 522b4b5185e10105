/** Snapshot when the log since the last one outgrows both this and half of that snapshot. */
export const COMPACT_ABOVE_BYTES = 64 * 1024
/** Least time between two commits while people type. Pages ask every 250 ms, so nobody sees it; each costs CPU. */
export const COMMIT_FLOOR_MS = 40
/** After each commit the database stays free for so long: on a slow disk, commands would otherwise never get their turn. */
export const GIVE_WAY_MS = 25
export const RETRY_FIRST_MS = 100
export const RETRY_MOST_MS = 5_000
/** Pages call a line silent after 6 s; a line dead at their end is noticed here within twice this. */
export const HEARTBEAT_MS = 4_000
/** Whoever's time is up is sent away within this: a guest, whose link has expired. */
export const LOOK_AT_TIME_EVERY_MS = 1_000
/** Twice within the five seconds a graceful stop may take: for the pages to let go, and for the disk. */
export const CLOSE_DEADLINE_MS = 2_000
