/*
 * The most frequent small words of Indonesian and Malay, by which a sentence in them is known. Source: the frequency list
 * of the Leipzig Corpora Collection, Indonesian news 2020, without those that English, Dutch and Portuguese share.
 */
import { wordSet } from "./word-list.ts";

export const INDONESIAN_WORDS = wordSet(`
  yang dan di dari untuk dengan pada ini itu akan tidak dalam juga oleh telah sudah karena bisa para ke sebagai adalah
  kata warga`);
