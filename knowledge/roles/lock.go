package roles

// Keeps reports whether what is about somebody may be evidence for a question that
// names somebody: it is about one of them, or about nobody. What is about a role as a
// whole may serve a question on a level of it, and what is about a level one on the
// role, unless that is described elsewhere.
func (x *Index) Keeps(named, about []Subject) bool {
	if len(named) == 0 || len(about) == 0 {
		return true
	}
	for _, n := range named {
		for _, a := range about {
			if x.goTogether(n, a) {
				return true
			}
		}
	}
	return false
}

func (x *Index) goTogether(named, about Subject) bool {
	if named == about {
		return true
	}
	n, a := x.level(named), x.level(about)
	if named.Role >= 0 && about.Role >= 0 {
		if named.Role != about.Role || n != nil && a != nil {
			return false
		}
		return a == nil || !a.apart
	}
	return n == nil || a == nil || n.isSame(a)
}

// isSame reports whether two levels share a name or code.
func (l *Level) isSame(other *Level) bool {
	for _, name := range append([]string{l.Name}, l.Aliases...) {
		for _, o := range append([]string{other.Name}, other.Aliases...) {
			if key(scan(name)) == key(scan(o)) {
				return true
			}
		}
	}
	return false
}
