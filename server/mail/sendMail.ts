export type Mail = { to: string; subject: string; text: string }

/** Never throws: whoever asks has something else to tell the person either way. */
export type SendMail = (mail: Mail) => Promise<'sent' | 'failed'>
