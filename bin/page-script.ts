/** The script of an exported page, bundled from `lib/page-script`: the same bytes for the extension, the command line and the tests. */
import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

let made: Promise<string> | undefined;

export const pageScript = (): Promise<string> => (made ??= bundle());

async function bundle(): Promise<string> {
  const root = resolve(import.meta.dirname, '..');
  const output = (await build({
    root,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    mode: 'production',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: resolve(root, 'lib/page-script/index.ts'), formats: ['iife'], name: 'deskcheck' },
    },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const [chunk] = [output].flat().flatMap((one) => one.output);
  if (chunk?.type !== 'chunk') throw new Error('The script of the exported page could not be bundled.');
  // In a script element nothing else may end it.
  const code = chunk.code.trim();
  if (/<\/script|<!--/i.test(code)) throw new Error('The script of the exported page would end its own element.');
  return code;
}

const ID = 'virtual:page-script';

/** Gives the script's text as a module. */
export const withPageScript = (): Plugin => ({
  name: 'page-script',
  resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
  load: async (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(await pageScript())};` : undefined),
});
