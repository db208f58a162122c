// What the demo would have sent: one file a message.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DROP } from './browser.mjs';

const names = () => {
  try {
    return readdirSync(DROP).filter((name) => name.endsWith('.json') && !name.startsWith('.')).sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
};

// Messages put down from now on.
export function watch() {
  const before = new Set(names());
  return () => names().filter((name) => !before.has(name)).map((name) => JSON.parse(readFileSync(join(DROP, name), 'utf8')));
}

// Asks again until there is an answer that counts.
export async function until(what, ask, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`waited in vain: ${what}`);
}
