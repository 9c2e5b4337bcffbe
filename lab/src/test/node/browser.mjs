// A Chromium that needs nothing of the machine: the binary, the libraries it asks for and all fonts
// come from npm packages, so a page looks the same wherever it is tested.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const packages = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');
const home = join(packages, '.chromium');

/** Japanese, and the blocks of sparklines; Latin letters are in the browser's package. */
const FONTS = [
  '@expo-google-fonts/biz-udpgothic/400Regular',
  '@expo-google-fonts/biz-udpgothic/700Bold',
  'dejavu-fonts-ttf/ttf',
];

/** Unpacks once; a folder that is there is whole. */
async function unpacked() {
  if (existsSync(home)) return;
  const begun = `${home}.${process.pid}`;
  await mkdir(begun, { recursive: true });
  await inflated(begun);
  const folders = [join('fonts', 'fonts')];
  for (const [i, font] of FONTS.entries()) {
    const into = join('fonts', `extra-${i}`);
    await mkdir(join(begun, into));
    for (const file of await readdir(join(packages, font))) {
      if (/^(BIZUDPGothic.*|DejaVuSans(Mono)?)\.ttf$/.test(file)) {
        await symlink(join(packages, font, file), join(begun, into, file));
      }
    }
    folders.push(into);
  }
  await writeFile(join(begun, 'fonts.conf'), fontsConf(folders));
  await rename(begun, home).catch(() => rm(begun, { recursive: true })); // another was quicker
}

/** The package unpacks to the folder for temporary files, under names of its own. */
async function inflated(folder) {
  const { inflate } = await import(join(packages, '@sparticuz/chromium/build/esm/lambdafs.js'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) {
    await inflate(join(packages, '@sparticuz/chromium/bin', part));
  }
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
}

const fontsConf = folders => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map(folder => `  <dir>${join(home, folder)}</dir>`).join('\n')}
  <cachedir>${join(home, 'font-cache')}</cachedir>
  ${['sans-serif', 'system-ui', 'Segoe UI']
    .map(name => `<alias><family>${name}</family><prefer><family>Open Sans</family><family>BIZ UDPGothic</family></prefer></alias>`)
    .join('\n  ')}
  ${['monospace', 'ui-monospace']
    .map(name => `<alias><family>${name}</family><prefer><family>DejaVu Sans Mono</family><family>BIZ UDPGothic</family></prefer></alias>`)
    .join('\n  ')}
</fontconfig>
`;

/** Starts the browser; close it at the end. */
export async function launch() {
  await unpacked();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    chromiumSandbox: false, // tests may run as root
    args: ['--no-zygote', '--font-render-hinting=none', '--disable-gpu'],
    env: { HOME: home, LD_LIBRARY_PATH: join(home, 'al2023/lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  });
}
