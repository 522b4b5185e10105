const length =
  /(?:\b(?:duration|elapsed|lasted|length|mtt[rda]|tt[rda]|time to \p{L}+)|dauer|durée|duración)\W*$/iu

/** Whether what follows is how long something took: `Duration: 0:56`, `Time to resolve 1:10` are no times of a day. */
export const namesLength = (before: string): boolean => length.test(before)
