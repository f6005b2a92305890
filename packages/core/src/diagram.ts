export { drawDiagram } from './typeset/diagram.ts';
