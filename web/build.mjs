// Bundles assets/ into dist/: hashed names, Brotli and gzip beside each text, a manifest of names.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const STAGE = 'dist.new';
const TEXT = /\.(css|js|svg|txt)$/;

rmSync(STAGE, { recursive: true, force: true });
mkdirSync(STAGE);

const kern = {
  name: 'kern',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => ({
      contents: sass.compile(path, { loadPaths: ['node_modules'], quietDeps: true, style: 'compressed' }).css,
      loader: 'css',
    }));
  },
};

const { metafile } = await esbuild.build({
  entryPoints: { app: 'assets/scripts/app.js', style: 'assets/styles/style.css', crisis: 'assets/styles/crisis.css', 'crisis-live': 'assets/scripts/crisis.js', 'crisis-draft': 'assets/scripts/crisis-draft.js', icon: 'assets/icon.svg' },
  outdir: STAGE,
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2022', 'safari16', 'firefox115', 'chrome109'],
  loader: { '.woff2': 'file', '.svg': 'copy' },
  legalComments: 'linked',
  metafile: true,
  logLevel: 'error',
  plugins: [kern],
});

// From the name the pages use to the hashed one: style.css, crisis.css, app.js, icon.svg, fira-sans-latin-400-normal.woff2.
const manifest = {};
for (const file of Object.keys(metafile.outputs).map((path) => path.slice(STAGE.length + 1))) {
  manifest[file.replace(/-[A-Z0-9]{8}(?=\.)/, '')] = file;
}

for (const name of readdirSync(STAGE).filter((name) => TEXT.test(name))) {
  const bytes = readFileSync(`${STAGE}/${name}`);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${STAGE}/${name}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${STAGE}/${name}.gz`, gzipSync(bytes, { level: 9 }));
}

writeFileSync(`${STAGE}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
utimesSync(`${STAGE}/manifest.json`, 0, 1_000_000_000);
rmSync('dist', { recursive: true, force: true });
renameSync(STAGE, 'dist');
