// Package play is what people can do besides asking: the fit check ([Fit]) compares a person's
// interests with what the documents say about roles, and in [Interviews] people practise an
// interview one question at a time.
//
// It promises to keep nothing that people say about themselves, or answer in practice. It must not
// know how questions are answered, or what is on the Home tab.
package play
