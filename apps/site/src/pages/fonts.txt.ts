import licence from '@fontsource/stix-two-math/LICENSE?raw';

/** The licence of the fonts, which asks to be where they are. */
export function GET(): Response {
  return new Response(licence, { headers: { 'content-type': 'text/plain' } });
}
