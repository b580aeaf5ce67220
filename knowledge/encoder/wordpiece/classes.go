package wordpiece

import "unicode"

// isSpace reports whether words end at r and r belongs to none of them.
func isSpace(r rune) bool { return unicode.Is(unicode.White_Space, r) }

// isControl reports whether r is dropped: a control or format character, or one
// for private use.
func isControl(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) }

// isPunctuation reports whether r is a word of its own: punctuation, and all symbols in ASCII.
func isPunctuation(r rune) bool {
	if r < 0x80 {
		return r > ' ' && r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' && r < 0x7f
	}
	return unicode.Is(unicode.P, r)
}

// isIdeograph reports whether r is in the blocks that the original BERT splits into single
// characters. They contain no Hangul and no kana.
func isIdeograph(r rune) bool {
	return r >= 0x4e00 && (r <= 0x9fff ||
		r >= 0xf900 && r <= 0xfaff ||
		r >= 0x20000 && r <= 0x2a6df ||
		r >= 0x2a700 && r <= 0x2b73f ||
		r >= 0x2b740 && r <= 0x2b81f ||
		r >= 0x2b920 && r <= 0x2ceaf ||
		r >= 0x2f800 && r <= 0x2fa1f) ||
		r >= 0x3400 && r <= 0x4dbf
}
