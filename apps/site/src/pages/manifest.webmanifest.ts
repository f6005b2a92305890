/** Makes the site installable. See https://www.w3.org/TR/appmanifest/ */
import { addresses, guide } from '../guide.ts';
import { iconSizes } from '../site.ts';

export function GET(): Response {
  const home = addresses.fixed('home');
  const manifest = {
    name: guide.title,
    short_name: guide.title.length > 20 ? 'Guide' : guide.title,
    start_url: home,
    scope: home,
    display: 'minimal-ui',
    background_color: '#fcfbf8',
    theme_color: '#fcfbf8',
    icons: [
      { src: addresses.file('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ...iconSizes.map((size) => ({
        src: addresses.file(`icon-${size}.png`),
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
}
