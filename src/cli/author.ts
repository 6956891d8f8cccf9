import { userInfo } from 'node:os';

/** Who is noted to have changed something: the user of this machine; in a container there may be none. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'trustline';
  }
}
