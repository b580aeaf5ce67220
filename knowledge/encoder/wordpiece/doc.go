// Package wordpiece cuts a text into the pieces of a BERT vocabulary, as the uncased models'
// tokenizer.json says: it drops control characters, turns white space into spaces, sets ideographs
// apart, strips accents and lowers case. Words end at spaces and at punctuation, which stands
// alone; a word is made up of the longest pieces that the vocabulary has, and is unknown as a whole
// if that fails.
//
// It promises the ids of Hugging Face's tokenizers, with deliberate exceptions: "[SEP]" and its
// like in a text are text, not marks; bytes that are not UTF-8 are left out; and marks and
// punctuation that came into Unicode only after version 9 count as such here. The work is linear in
// the length of the text and stops at the last token asked for; only the ids are allocated.
//
// It must not know models, prefixes, or what the ids are for.
package wordpiece
