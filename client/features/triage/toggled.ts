export const toggled = <Value extends string>(
  values: readonly Value[],
  value: Value,
  isIn: boolean,
): Value[] =>
  isIn ? [...values.filter((other) => other !== value), value] : values.filter((other) => other !== value)
