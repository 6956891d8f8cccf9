/**
 * Freezes plain data all the way down and returns it. For tests and development: a write to a shared
 * document then throws at once instead of corrupting the history. Already frozen parts are not walked again.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const child of Object.values(value)) deepFreeze(child);
  return value;
}
