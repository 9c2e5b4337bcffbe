// What every test of a page needs: a browser, a page that reports whatever goes wrong in it, and a
// place for pictures.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { launch } from './browser.mjs';

/** The address of the page under test. */
export const address = process.argv[2];

/** Where pictures are written; nothing is written without it. */
const pictures = process.env.PICTURES;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/**
 * Opens a page, does something with it, and fails if anything went wrong meanwhile: a word on the
 * console, an exception, a request that failed or left this machine.
 */
export async function visit({ path = '', width = 1280, height = 900, theme = 'light' }, act) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: theme, locale: 'en-US', reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', message => wrong.push(`console: ${message.text()}`));
  page.on('pageerror', error => wrong.push(`exception: ${error.stack}`));
  page.on('requestfailed', request => wrong.push(`failed: ${request.url()}`));
  page.on('response', response => response.status() >= 400 && wrong.push(`${response.status()}: ${response.url()}`));
  page.on('request', request => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) wrong.push(`left: ${request.url()}`);
  });
  try {
    await page.goto(address + path);
    if (!path.endsWith('.html')) await page.waitForSelector('html[data-ready] #live.on');
    await act(page, context);
    assert.deepEqual(wrong, []);
  } finally {
    await context.close();
  }
}

/** How many pixels wider than its window the page is. */
export const overflow = page =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A picture for the documents, when they are to be taken anew: of the window, or of a part of the page. */
export async function picture(page, name, part) {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  const box = await part?.boundingBox();
  const clip = box && { x: box.x - 16, y: box.y - 16, width: box.width + 32, height: box.height + 32 };
  await page.screenshot({ path, animations: 'disabled', ...(clip && { clip, fullPage: true }) });
}
