// A Chromium of this machine, and people who are signed in with it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

export const BASE = process.env.KATASTER_BASE_URL ?? 'http://127.0.0.1:8080';
const CREDENTIALS = process.env.KATASTER_CREDENTIALS ?? 'kataster-demo/demo-credentials.json';
const PROGRAM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const accounts = JSON.parse(readFileSync(CREDENTIALS, 'utf8')).accounts;

// Where the demo puts down what it would have sent.
export const DROP = join(dirname(CREDENTIALS), 'drop');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };
export const NARROW = { width: 320, height: 640 };

export const launch = () =>
  chromium.launch({
    executablePath: PROGRAM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });

// A window of its own: German, and with nothing kept from before.
export const open = (browser, options = {}) =>
  browser.newContext({ baseURL: BASE, locale: 'de-DE', timezoneId: 'Europe/Berlin', viewport: PHONE, ...options });

// A private phone: no scripts, and one bar of signal (50 KB a second, 400 ms each way).
export async function slow(browser, viewport = PHONE) {
  const context = await open(browser, { viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 20_000 });
  return page;
}

// A window as a page of the list wants it: somebody signed in, another language.
export async function openFor(browser, { as, english }, options) {
  const context = await open(browser, options);
  if (as) await signIn(browser, context, as);
  if (english) await context.addCookies([{ name: 'lang', value: 'en', url: BASE }]);
  return context;
}

const sessions = new Map();

// Signs in with the form once a person; later windows get the session.
export async function signIn(browser, context, name) {
  if (!sessions.has(name)) {
    const own = await open(browser, { javaScriptEnabled: false });
    const page = await own.newPage();
    await page.goto('/anmelden');
    await page.fill('input[name=email]', accounts[name].email);
    await page.fill('input[name=passwort]', accounts[name].password);
    await page.press('input[name=passwort]', 'Enter');
    await page.waitForURL('/');
    sessions.set(name, (await own.cookies()).filter((cookie) => cookie.name === 'kataster'));
    await own.close();
  }
  await context.addCookies(sessions.get(name));
}
