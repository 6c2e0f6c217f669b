//! Closed lists of words, such as reason codes, relations and levels. Each list is declared once, with
//! [`vocabulary!`](vocabulary), in the module that it belongs to.

/// A closed list of words, as a reader of JSON sees it.
pub(crate) trait Vocabulary: Copy + PartialEq + 'static {
    /// Every word of the list, in its order.
    const WORDS: &'static [&'static str];

    /// The member that is written `text`.
    fn parse(text: &str) -> Option<Self>;
}

/// The position of a word. One function for all lists makes a smaller binary than one for each.
#[inline(never)]
pub(crate) fn position(words: &[&str], text: &str) -> Option<usize> {
    words.iter().position(|word| *word == text)
}

/// Declares an enum whose members are written as words, with `ALL`, `as_str` and `parse`.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$member_meta:meta])* $member:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $($(#[$member_meta])* $member,)+
        }

        impl $name {
            /// Every member, in the order of the list.
            $visibility const ALL: &'static [$name] = &[$($name::$member),+];

            /// The word as it is written.
            #[must_use]
            $visibility const fn as_str(self) -> &'static str {
                match self {
                    $($name::$member => $word,)+
                }
            }

            /// The member that is written `text`.
            #[must_use]
            $visibility fn parse(text: &str) -> Option<$name> {
                let words = <$name as $crate::vocabulary::Vocabulary>::WORDS;
                $name::ALL.get($crate::vocabulary::position(words, text)?).copied()
            }
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn parse(text: &str) -> Option<$name> {
                $name::parse(text)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use vocabulary;
