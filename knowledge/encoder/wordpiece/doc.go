// Package wordpiece cuts a text into the pieces of a BERT vocabulary, as the uncased models'
// tokenizer.json says: control characters out, white space to spaces, ideographs apart, accents
// off, lower case; words end at spaces and at punctuation, which stands alone; a word is composed
// of the longest pieces that the vocabulary has, and unknown as a whole if that fails.
//
// It promises the ids of Hugging Face's tokenizers, with deliberate exceptions: "[SEP]" and its
// like in a text are text, not marks; bytes that are not UTF-8 are left out; and marks and
// punctuation that Unicode has had since version 9 only are marks and punctuation here. Work is
// linear in the text and ends with the last token asked for; only the ids are allocated.
//
// It must not know models, prefixes, or what the ids are for.
package wordpiece
