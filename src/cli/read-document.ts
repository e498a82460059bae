/** The readers of documents, apart so that they are loaded only when a document comes. */
export { readDocument } from "../formats/read/read.ts";
