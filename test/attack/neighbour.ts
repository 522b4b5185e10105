/** Not an attack: how much of it all is three programs sharing the processors. */
export const NEIGHBOUR = 'none, but the attackers compute'
