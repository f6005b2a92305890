/** A module as a PDF, made from its page to print: `node scripts/pdf.ts MODULE FILE`. */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';

import { launchBrowser } from '../test/browser.ts';
import { serveFolder } from './static-server.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [module, file] = positionals;
if (module === undefined || file === undefined) {
  console.error('Unexpected arguments, expected a module and a file: `node scripts/pdf.ts classic-ml classic-ml.pdf`');
  process.exit(2);
}

const server = await serveFolder(fileURLToPath(new URL('../dist/', import.meta.url)), { port: 0 });
const browser = await launchBrowser();
const page = await browser.newPage({ serviceWorkers: 'block' });
const response = await page.goto(`${server.url}print/${module}/`);
if (response?.ok()) {
  await page.evaluate(() => document.fonts.ready);
  const footer = '<p style="width: 100%; font: 8pt serif; text-align: center"><span class="pageNumber"></span></p>';
  await page.pdf({
    path: file,
    format: 'A4',
    margin: { top: '18mm', bottom: '20mm', left: '22mm', right: '22mm' },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
    outline: true,
    tagged: true,
  });
} else {
  console.error(`Unexpected module \`${module}\`, expected one with a page to print in \`dist/print/\``);
  process.exitCode = 2;
}
await browser.close();
await server.close();
