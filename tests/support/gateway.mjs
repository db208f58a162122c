// A gateway for tests: node gateway.mjs FOLDER SECRET [BEHAVIOUR…]. Prints its port and keeps each message it is handed
// in FOLDER, whatever it answers. Its first answers are the behaviours named, then it takes everything:
//   refuse  400, and repeats the message        away   500         busy  429
//   delay   takes it and never answers          moved  302         cut   closes the line        flood  200 without an end
// POST /report {state, key, times, secret} reports about the last message, and what was pressed, and answers with the
// statuses it got; a report without a signature has the secret "".
import { createHmac } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, secret, ...behaviours] = process.argv.slice(2);
let taken = 0;
let last;

const text = async (stream) => {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

function keep(request, body) {
  taken += 1;
  const { method, url, rawHeaders } = request;
  // Whole or not at all: a test may look while it is written.
  writeFileSync(`${folder}.part`, JSON.stringify({ method, url, rawHeaders, body }));
  renameSync(`${folder}.part`, join(folder, `${String(taken).padStart(4, '0')}.json`));
  try {
    last = JSON.parse(body);
  } catch {
    last = Object.fromEntries(new URLSearchParams(body));
  }
}

async function report({ state, key, times, secret: own = secret }) {
  const body = JSON.stringify({ reference: last.reference, state, digits: key });
  const headers = { 'content-type': 'application/json', connection: 'close' };
  if (own !== '') headers['x-signature'] = `sha256=${createHmac('sha256', own).update(body).digest('hex')}`;
  // All at once: a gateway that says something twice does not wait in between.
  const answers = Array.from({ length: times }, () => fetch(last.callback, { method: 'POST', headers, body }));
  return (await Promise.all(answers)).map(({ status }) => status);
}

function flood(response) {
  response.writeHead(200);
  const more = () => {
    while (response.write('x'.repeat(65536)));
    response.once('drain', more);
  };
  more();
}

const server = createServer(async (request, response) => {
  const body = await text(request);
  if (request.url === '/report') {
    const statuses = JSON.stringify(await report(JSON.parse(body)));
    return response.writeHead(200, { 'content-length': statuses.length }).end(statuses);
  }
  keep(request, body);
  const behaviour = behaviours.shift() ?? 'take';
  const answers = {
    take: () => response.writeHead(202).end('{"id":1}'),
    refuse: () => response.writeHead(400).end(`no such number in ${body}`),
    busy: () => response.writeHead(429).end(),
    away: () => response.writeHead(500).end(body),
    moved: () => response.writeHead(302, { location: '/elsewhere' }).end(),
    delay: () => {},
    cut: () => request.socket.destroy(),
    flood: () => flood(response),
  };
  return answers[behaviour]();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
