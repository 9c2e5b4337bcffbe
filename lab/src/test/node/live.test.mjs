// The page over a folder that is empty at first and fills up while the reader looks; see BrowserTest.
import assert from 'node:assert/strict';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { overflow, visit } from './visit.mjs';

const folder = process.argv[3];

const card = text => ({
  type: 'message',
  attachments: [{ content: { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text, wrap: true }] } }],
});

/** A message as a channel writes it: whole or not at all. */
async function arrives(file, body) {
  await mkdir(join(folder, 'notices'), { recursive: true });
  await writeFile(join(folder, `${file}.part`), JSON.stringify(body));
  await rename(join(folder, `${file}.part`), join(folder, 'notices', file));
}

test('an empty folder says so, and the first card opens its channel', () =>
  visit({}, async page => {
    assert.match(await page.innerText('main'), /Nothing was analysed here yet/);
    await arrives('a-1.ops.json', card('first'));
    await page.getByRole('link', { name: /# ops/ }).click();
    await page.getByText('first', { exact: true }).waitFor();
  }));

test('a card arrives below the others and the reader stays where they are', () =>
  visit({ path: '#/c/ops', height: 400 }, async page => {
    const before = await page.evaluate(() => scrollY);
    await page.evaluate(() => (document.querySelector('.message').dataset.kept = 'yes'));
    await arrives('a-2.ops.json', card('second'));
    await page.getByText('second', { exact: true }).waitFor();
    assert.equal(await page.locator('.message').count(), 2);
    assert.equal(await page.locator('.message[data-kept]').count(), 1);
    assert.equal(await page.locator('.day').count(), 1);
    assert.equal(await page.evaluate(() => scrollY), before);
    assert.match(await page.innerText('.title'), /2 messages/);
  }));

test('what a device calls itself is text, in cards and in webhooks', () =>
  visit({}, async page => {
    const name = '<img src=x onerror="document.title=1"> [x](javascript:alert(1)) \\*not bold\\* **bold** _it_';
    await arrives('a-3.ops.json', card(name));
    await arrives('a-4.itsm.json', { schemaId: 'azureMonitorCommonAlertSchema', data: { name: name.repeat(9) } });
    await page.getByRole('link', { name: /itsm/ }).waitFor();
    await page.goto(`${page.url().split('#')[0]}#/c/ops`);
    const last = page.locator('.card').last();
    await last.getByText('onerror').waitFor();
    assert.match(await last.innerText(), /<img src=x onerror="document\.title=1"> \[x\]\(javascript:alert\(1\)\) \*not bold\* bold it/);
    assert.equal(await last.locator('strong').innerText(), 'bold');
    assert.equal(await last.locator('img, a').count(), 0);
    await page.getByRole('link', { name: /itsm/ }).click();
    await page.getByText('azureMonitorCommonAlertSchema').waitFor();
    assert.equal(await overflow(page), 0);
    assert.notEqual(await page.title(), '1');
  }));
