// Package encoder turns a text into a vector, so that a question and the passage that answers it
// lie close together whatever their words. It is e5-small-v2, a BERT of twelve layers, quantised to
// int8 and embedded in the binary; export has the script that made the file. A second network over
// the same words, the judge, reads a question and a passage in one pass ([Encoder.Judge]).
//
// A text passes through six stages:
//
//  1. a prefix says whether it asks or is asked ([Encoder.Query], [Encoder.Passages]);
//  2. wordpiece cuts it into at most 512 tokens;
//  3. texts are put together into batches, end to end and without padding (batch.go);
//  4. each token starts as the sum of its piece's row and its place's (embed.go);
//  5. twelve layers follow (forward.go): attention, in which the tokens of one text
//     look at each other (attention.go), and two wide linear layers for each token
//     on its own. Linear layers multiply int8 by int8 (linear.go); what is between
//     them is float32;
//  6. the mean of the tokens, scaled to length one, is the text's vector.
//
// The arithmetic is in package kernel, which has assembly for common processors; package nearest
// finds a vector's nearest neighbours among a million.
//
// It promises the same vector for the same text on one machine, whatever else is in the batch;
// cosines of at least 0.99 between kernels; no network, no files, no memory for the weights beyond
// the binary's own; and that an [Encoder] may be used from many goroutines. A call uses one core,
// so callers with many texts should call from several goroutines.
//
// It must not know documents, passages as the index has them, or search engines.
package encoder
