// What people write in the meeting, and what the report must hold in the end.
export const byMaren = 'The dump job had failed for weeks without anyone hearing of it'
export const byTomas = 'A prompt that names the host was expected to be enough'
export const byNoor = 'Who was told when the backup mails bounced?'
export const offlineByNoor = 'The runbook had no owner'
export const meanwhileByTomas = 'Staging was the only copy with recent rows'
export const lastWords = 'Written in the second before the power went'
export const outcome = 'A restore is rehearsed every month'
export const verification = 'The rehearsal restores last night’s dump in an hour'
