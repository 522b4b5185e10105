/** Why something was not attached: what happened, what is safe, what to do. */
export const attachingSentences = {
  offline:
    'was not attached: that needs the server, and there is no connection right now. It is still where you took it from. Try again once the connection is back.',
  tooLarge:
    'was not attached: it is larger than 10 MB. It is unchanged. Attach the part that shows it, or a link to it.',
  stopped:
    'was not attached: reading it stopped before its end. It is unchanged, and nothing was sent. Try again, or attach a part of it.',
  noPicture:
    'This browser cannot read it as a picture. It is unchanged, and nothing was sent. Save it as PNG or JPEG, then attach that.',
}
