// The page over the output of a backtest with an English and a Japanese Teams channel and a mail
// channel; see BrowserTest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, overflow, picture, visit } from './visit.mjs';

const THEMES = ['light', 'dark'];

/** What a card of the hub's fault says, per channel. */
const CARDS = {
  ops: {
    lang: 'en', title: 'IoT Hub fault: 8 devices', cause: 'The hub had a transient fault',
    evidence: 'connectedDeviceCount fell from 195 to 187', why: 'Why', button: 'Documented fix',
  },
  osaka: {
    lang: 'ja', title: 'IoT Hub の一時的な障害', cause: 'ハブで一時的な障害が発生しました',
    evidence: 'connectedDeviceCount が 195 から 187 に減少', why: '原因', button: '公式の対処方法',
  },
};

test('the overview counts what was noise and what was told', () =>
  visit({ height: 960 }, async page => {
    const text = await page.innerText('.numbers');
    assert.match(text, /8,907\s+disconnect and error rows/);
    assert.match(text, /73\.8 %\s+explained as harmless/);
    assert.match(text, /8\s+incidents/);
    assert.match(text, /46\s+messages/);
    const renewals = await page.innerText('.noise tr:has-text("SAS token renewal")');
    assert.match(renewals, /6,509.*73\.1 %.*none/s);
    assert.equal(await page.locator('.incident').count(), 8);
    assert.equal(await page.locator('.lane').count(), 8);
    assert.equal(await page.locator('.uplot').count(), 2);
    await picture(page, 'overview-light');
  }));

test('the overview is dark for those who like it dark', () =>
  visit({ theme: 'dark', height: 960 }, async page => {
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    await picture(page, 'overview-dark');
  }));

for (const [channel, card] of Object.entries(CARDS)) {
  for (const theme of THEMES) {
    test(`a card in ${channel}, ${theme}, has title, cause, evidence and buttons`, () =>
      visit({ path: `#/c/${channel}`, theme }, async page => {
        const first = page.locator('.card').first();
        const short = page.locator('.message', { hasText: 'cooler-000079' }).first();
        await picture(page, `card-${card.lang}-${theme}`, short);
        const text = await first.innerText();
        for (const part of ['title', 'cause', 'evidence', 'why']) {
          assert.ok(text.includes(card[part]), `${card[part]} is missing in ${text}`);
        }
        assert.equal(await first.getAttribute('lang'), card.lang);
        const button = first.getByText(card.button).first();
        const [opened] = await Promise.all([
          page.evaluate(() => new Promise(answer => (window.open = (...asked) => answer(asked)))),
          button.click(),
        ]);
        assert.match(opened[0], /^https:\/\/learn\.microsoft\.com\//);
        assert.match(opened[2], /noopener/);
        const colours = await first.evaluate(node => getComputedStyle(node.firstElementChild).backgroundColor);
        assert.equal(colours, theme === 'dark' ? 'rgb(45, 44, 44)' : 'rgb(255, 255, 255)');
      }));
  }
}

test('every letter of a Japanese card has a glyph', () =>
  visit({ path: '#/c/osaka' }, async page => {
    const widths = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      pen.font = '20px "Segoe UI", system-ui, sans-serif';
      const drawn = letter => {
        pen.clearRect(0, 0, 40, 40);
        pen.fillText(letter, 5, 25);
        return pen.getImageData(0, 0, 40, 40).data.some(value => value > 0);
      };
      return [...'切断原因▁▄█'].map(drawn);
    });
    assert.deepEqual(widths, widths.map(() => true));
  }));

test('messages stand in order of time, under their day, with their kind', () =>
  visit({ path: '#/c/ops' }, async page => {
    const times = await page.locator('.message time').evaluateAll(all => all.map(t => t.dateTime));
    assert.equal(times.length, 20);
    assert.deepEqual(times, [...times].sort());
    assert.deepEqual(await page.locator('.day').allInnerTexts(), ['Monday, 2 March 2026', 'Tuesday, 3 March 2026']);
    const kinds = new Set(await page.locator('.kind').allInnerTexts());
    assert.deepEqual([...kinds].sort(), ['Daily digest', 'Grew', 'New', 'Resolved']);
  }));

test('a mail shows its HTML in a frame without scripts, its text, and its headers', () =>
  visit({ path: '#/c/on-call' }, async page => {
    const mail = page.locator('.mail').first();
    assert.match(await mail.innerText(), /on-call@example\.com/);
    const frame = mail.locator('iframe');
    assert.doesNotMatch(await frame.getAttribute('sandbox'), /allow-scripts/);
    const inside = frame.contentFrame();
    assert.match(await inside.locator('body').innerText(), /IoT Hub fault: 8 devices/);
    assert.equal(await inside.locator('base').getAttribute('target'), '_blank');
    await page.waitForFunction(() => {
      const { contentDocument: seen, clientHeight } = document.querySelector('.mail iframe');
      return seen.documentElement.scrollHeight <= clientHeight;
    });
    await picture(page, 'mail');
    await mail.getByRole('button', { name: 'Text' }).click();
    assert.ok(await frame.isHidden());
    assert.match(await mail.locator('pre').innerText(), /Confidence >?\d+(\.\d)?%/);
    await mail.locator('summary').click();
    assert.match(await mail.innerText(), /X-HubTriage-Incident/);
  }));

test('an incident leads to its messages and to its place on the timeline', () =>
  visit({}, async page => {
    const incident = page.locator('.incident').nth(5);
    assert.match(await incident.innerText(), /Hub fault.*critical.*153 devices/s);
    await incident.getByRole('button', { name: /timeline/ }).click();
    await page.getByRole('button', { name: 'Whole time' }).waitFor();
    assert.match(await page.innerText('.chart + p'), /2 Mar 14:40 .* a step is 1 min/);
    await page.mouse.move(700, 400);
    await picture(page, 'timeline');
    await page.getByRole('button', { name: 'Whole time' }).click();
    await page.waitForFunction(() => /a step is 5 min/.test(document.querySelector('.chart + p').textContent));
    await incident.getByRole('link', { name: 'New 15:40' }).last().click();
    await page.waitForFunction(() => document.activeElement?.classList.contains('message'));
    assert.match(await page.evaluate(() => document.activeElement.innerText), /15:40 UTC[\s\S]*34 台がオフライン/);
  }));

test('dragging over the chart looks closer, and a cause can be left out', () =>
  visit({}, async page => {
    const plot = await page.locator('.u-over').first().boundingBox();
    await page.mouse.move(plot.x + 100, plot.y + 50);
    assert.match(await page.innerText('.tip'), /UTC[\s\S]*connected/);
    await page.mouse.down();
    await page.mouse.move(plot.x + 200, plot.y + 50, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Whole time' }).waitFor();
    const cause = page.locator('.legend button').last();
    await cause.click();
    assert.equal(await cause.getAttribute('aria-pressed'), 'false');
  }));

test('the theme can be chosen by hand, is kept, and cards follow', () =>
  visit({ path: '#/c/ops' }, async page => {
    await page.getByRole('button', { name: 'Dark' }).click();
    const dark = () => getComputedStyle(document.querySelector('.card').firstElementChild).backgroundColor === 'rgb(45, 44, 44)';
    await page.waitForFunction(dark);
    await page.reload();
    await page.waitForSelector('html[data-theme="dark"][data-ready]');
    await page.waitForFunction(dark);
    assert.equal(await page.getByRole('button', { name: 'Dark' }).getAttribute('aria-pressed'), 'true');
  }));

test('the keyboard reaches everything, and one sees where it is', () =>
  visit({}, async page => {
    const seen = [];
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return { text: document.activeElement.innerText.trim(), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
      }));
      if (seen.at(-1).text === 'New 04:00') break;
    }
    const texts = seen.map(s => s.text);
    for (const wanted of ['Skip to content', 'HubTriage', 'Dark', 'Overview', 'Hub fault', 'Hub fault · 8 devices', 'On the timeline', '8 devices', 'New 04:00']) {
      assert.ok(texts.includes(wanted), `${wanted} is not among ${texts.join(' | ')}`);
    }
    assert.deepEqual(seen.filter(s => !s.ring), []);
    await page.goto(`${address}#/c/ops`);
    await page.locator('.card button').first().focus();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BUTTON');
  }));

for (const path of ['', '#/c/ops', '#/c/osaka', '#/c/on-call']) {
  for (const width of [390, 1280]) {
    test(`nothing is wider than ${width} pixels at ${path || 'the overview'}`, () =>
      visit({ path, width, height: 844 }, async page => {
        await page.waitForSelector('.uplot, .message');
        assert.equal(await overflow(page), 0);
        if (width === 390 && path !== '#/c/on-call') {
          await picture(page, `phone-${path === '' ? 'overview' : path.slice(4)}`);
        }
      }));
  }
}

/** Pairs of colours that text is written in, by WCAG 2's formula; 4.5 is its bound for text. */
for (const theme of THEMES) {
  test(`text stands out from its ground, ${theme}`, () =>
    visit({ theme }, async page => {
      const weak = await page.evaluate(() => {
        const channels = colour => colour.match(/[\d.]+/g).map(Number);
        const light = colour => {
          const [r, g, b] = channels(colour).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = node => {
          for (; node; node = node.parentElement) {
            const colour = getComputedStyle(node).backgroundColor;
            if (channels(colour)[3] !== 0) return colour;
          }
          return 'rgb(255, 255, 255)';
        };
        const contrast = node => {
          const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        };
        return [...document.querySelectorAll('body *')]
          .filter(node => node.checkVisibility() && [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(node => ({ text: node.textContent.trim().slice(0, 30), contrast: contrast(node) }))
          .filter(found => found.contrast < 4.5);
      });
      assert.deepEqual(weak, []);
    }));
}
