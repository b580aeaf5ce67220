package load

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"careeradvisor/knowledge/load/tree"
)

// text is a file's text as UTF-8, with \n at the end of its lines and no byte order
// mark. Its encoding is recognised from that mark, from a page's meta element, or from its
// bytes.
func text(data []byte, isPage bool) ([]byte, error) {
	from := encodingOf(data, isPage)
	if from == nil {
		return nil, &tree.Fault{What: "is not text, or its encoding cannot be detected: save it as UTF-8, or give it the right file extension"}
	}
	if from != encoding.Nop {
		decoded, err := from.NewDecoder().Bytes(data)
		if err != nil {
			return nil, &tree.Fault{What: "cannot be decoded: save it as UTF-8", Cause: err}
		}
		data = decoded
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	data = bytes.ToValidUTF8(data, nil)
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	if bytes.Count(data, []byte("\n")) > MaxLines {
		return nil, &tree.Fault{What: fmt.Sprintf("has more than %d lines: split it", MaxLines)}
	}
	return data, nil
}

// encodingOf is the encoding of a text; nil if it is not text. UTF-8 needs no decoding.
func encodingOf(data []byte, isPage bool) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case bytes.IndexByte(data, 0) >= 0:
		return wide(data)
	case nearlyUTF8(data):
		return encoding.Nop
	}
	if isPage {
		if e, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], ""); name != "windows-1252" {
			return e
		}
	}
	if looksWestern(data) {
		return charmap.Windows1252
	}
	return nil
}

// wide recognises UTF-16 without a byte order mark: in nearly every pair of bytes, the same one of
// the two is zero.
func wide(data []byte) encoding.Encoding {
	var zeros [2]int
	for i, c := range data {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch pairs := len(data) / 2; {
	case zeros[1]*10 > pairs*7 && zeros[0]*10 < pairs:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*10 > pairs*7 && zeros[1]*10 < pairs:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// nearlyUTF8 reports whether a text is UTF-8 except for a few bytes that some program has damaged.
func nearlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > 2*bad
}

// looksWestern reports whether bytes could be text in the old encoding of western Europe: at most
// half of its letters are outside ASCII, and no byte is a control character.
func looksWestern(data []byte) bool {
	ascii, high := 0, 0
	for _, c := range data {
		switch {
		case c < ' ' && strings.IndexByte("\t\n\r\f", c) < 0, strings.IndexByte("\x81\x8d\x8f\x90\x9d", c) >= 0:
			return false
		case c >= 0x80:
			high++
		case c >= 'A':
			ascii++
		}
	}
	return high <= ascii
}
