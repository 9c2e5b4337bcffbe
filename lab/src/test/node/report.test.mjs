// report.html of the same backtest, as the page serves it; see BrowserTest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overflow, picture, visit } from './visit.mjs';

for (const theme of ['light', 'dark']) {
  for (const width of [390, 1280]) {
    test(`the report fits ${width} pixels, ${theme}`, () =>
      visit({ path: 'report.html', width, theme }, async page => {
        assert.equal(await page.locator('section.incident').count(), 8);
        assert.equal(await overflow(page), 0);
        if (width === 1280 && theme === 'light') await picture(page, 'report');
      }));
  }
}

test('the report runs no script and its messages unfold', () =>
  visit({ path: 'report.html' }, async page => {
    assert.equal(await page.locator('script').count(), 0);
    const message = page.locator('details.message').first();
    await message.locator('summary').focus();
    await page.keyboard.press('Enter');
    assert.match(await message.innerText(), /IoT Hub fault: 8 devices/);
  }));
