import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

// Starlight's own processor, Sätteri, sets no formulas. `FORMULAS=none` measures it all the same: TeX stays TeX.
const withFormulas = process.env.FORMULAS !== 'none';

export default defineConfig({
  site: 'http://localhost:4321',
  markdown: withFormulas ? { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) } : {},
  integrations: [starlight({ title: 'The guide', customCss: withFormulas ? ['katex/dist/katex.min.css'] : [] })],
});
