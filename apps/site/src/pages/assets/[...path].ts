/** The files of the guide that its pages show, such as images. */
import { listAssets, readAsset } from '../../guide.ts';

export async function getStaticPaths() {
  return (await listAssets()).map((path) => ({ params: { path }, props: { path }, cacheKey: path }));
}

export async function GET({ props }: { props: { path: string } }): Promise<Response> {
  return new Response(new Uint8Array(await readAsset(props.path)));
}
