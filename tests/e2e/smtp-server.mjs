// A mail server for tests: node smtp-server.mjs FOLDER [CODE TIMES]. Prints its port, keeps each message it takes in
// FOLDER, and answers the first TIMES recipients with CODE, or never where that is "delay".
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const [folder, code, times] = process.argv.slice(2);
let refusals = Number(times ?? 0);
let taken = 0;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo({ address }, _session, done) {
    if (refusals === 0) return done();
    refusals -= 1;
    if (code === 'delay') return undefined;
    // As servers do, it repeats the address: nobody may log that.
    return done(Object.assign(new Error(`no room for ${address}`), { responseCode: Number(code) }));
  },
  onData(stream, _session, done) {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => {
      taken += 1;
      writeFileSync(join(folder, `${String(taken).padStart(4, '0')}.eml`), Buffer.concat(parts));
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
