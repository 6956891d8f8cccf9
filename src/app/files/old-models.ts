// A door of its own, so that the page does not load what reads files for the sake of databases that few have.
export { readModel } from '../../core/codec/index.ts';
