// Package play is what can be done besides asking: the fit check ([Fit]) compares a
// person's interests with what the documents say of roles, and an interview is practised
// one question at a time ([Interviews]).
//
// It promises that nothing of what a person says of themselves, or answers, is kept. It
// must not know how questions are answered, or what is on the Home tab.
package play
