/**
 * Builds the chat element: `node build.mjs [folder]`, the folder being ../chat/dist when it is left out.
 *
 * One minified module, the licences of what is in it, and for editors a pointer to the sources' types. The same sources give the same bytes on every machine: nothing
 * here depends on the time, the folder or the order in which files are found.
 */

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const CATALOGUE = /[\\/]locales[\\/]en\.json$/;

/** The element carries its own words only; the rest of the catalogue belongs to the shell and to Python. */
const ownWords = {
  name: 'own-words',
  setup(builder) {
    builder.onLoad({ filter: CATALOGUE }, async ({ path }) => {
      const words = Object.entries(JSON.parse(await readFile(path, 'utf8')));
      const own = words.filter(([key]) => key.startsWith('element.')).sort(([a], [b]) => (a < b ? -1 : 1));
      return { contents: JSON.stringify(Object.fromEntries(own)), loader: 'json' };
    });
  },
};

/** The packages whose files are part of the bundle, by folder. */
function bundledPackages(inputs) {
  const folders = Object.keys(inputs).flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(HERE, folder, 'package.json'), 'utf8'));
  const files = await readdir(join(HERE, folder));
  const file = files.find((each) => /^licen[cs]e(\.\w+)?$/i.test(each)) ?? 'LICENSE';
  const text = await readFile(join(HERE, folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.trim().replaceAll('\r\n', '\n')}\n`;
}

const folder = resolve(process.argv[2] ?? join(HERE, '..', 'chat', 'dist'));
const bundle = await build({
  absWorkingDir: HERE,
  entryPoints: ['index.ts'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  plugins: [ownWords],
  metafile: true,
  write: false,
});
const licences = await Promise.all(bundledPackages(bundle.metafile.inputs).map(licenceOf));
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'agentnook-chat.js'), bundle.outputFiles[0].contents);
await writeFile(join(folder, 'agentnook-chat.licenses.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
await writeFile(join(folder, 'agentnook-chat.d.ts'), "export * from '../../element/index.ts';\n");
console.log(`${relative(process.cwd(), folder) || '.'}: ${bundle.outputFiles[0].contents.length} bytes`);
