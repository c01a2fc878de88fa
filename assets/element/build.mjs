/**
 * Builds the chat element: `node build.mjs [folder]`, the folder being ../chat/dist when it is left out.
 *
 * The element as one minified module, the colours of code as another one that it fetches when there is code, the licences
 * of what is in them, and for editors a pointer to the sources' types. The same sources give the same bytes on every
 * machine: nothing here depends on the time, the folder or the order in which files are found.
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
/** Each file by the module it begins with. The second is fetched with the first code of a conversation. */
const FILES = { 'agentnook-chat.js': 'index.ts', 'agentnook-code.js': 'view/markdown/grammars.ts' };

/** What has a file of its own is asked for by its name. */
const ownFiles = {
  name: 'own-files',
  setup(builder) {
    builder.onResolve({ filter: /\/grammars\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './agentnook-code.js', external: true } : undefined,
    );
  },
};

const bundles = await Promise.all(
  Object.entries(FILES).map(([name, source]) =>
    build({
      absWorkingDir: HERE,
      entryPoints: [source],
      outfile: join(folder, name),
      bundle: true,
      format: 'esm',
      target: 'es2022',
      charset: 'utf8',
      minify: true,
      legalComments: 'none',
      plugins: [ownWords, ownFiles],
      metafile: true,
      write: false,
    }),
  ),
);
const inputs = Object.assign({}, ...bundles.map(({ metafile }) => metafile.inputs));
const files = bundles.flatMap(({ outputFiles }) => outputFiles);
const licences = await Promise.all(bundledPackages(inputs).map(licenceOf));
await mkdir(folder, { recursive: true });
for (const { path, contents } of files) await writeFile(path, contents);
await writeFile(join(folder, 'agentnook-chat.licenses.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));
await writeFile(join(folder, 'agentnook-chat.d.ts'), "export * from '../../element/index.ts';\n");
const sizes = files.map(({ path, contents }) => `${relative(folder, path)} ${contents.length} bytes`);
console.log(`${relative(process.cwd(), folder) || '.'}: ${sizes.join(', ')}`);
