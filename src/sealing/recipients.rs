//! What leaves the installation as a file, encrypted with age for whoever may open it.
//!
//! Public keys only: a passphrase would be weaker, and lie about somewhere. The private keys never come here.

use std::io::{self, Write};

use age::stream::StreamWriter;
use age::x25519::Recipient;
use age::{EncryptError, Encryptor};

/// Why a file was not encrypted.
#[derive(Debug, thiserror::Error)]
pub enum RecipientError {
    /// Not repeated: it might be a private key.
    #[error("recipient {0} is no age public key (age1…)")]
    NotARecipient(usize),
    /// Nobody could open the file.
    #[error("there is no recipient")]
    Nobody,
    /// The recipients do not go together.
    #[error("the file cannot be encrypted")]
    Encrypt(#[from] EncryptError),
    /// The file cannot be written.
    #[error("the encrypted file cannot be written")]
    Io(#[from] io::Error),
}

/// Those who can open a file; each of them alone.
pub struct Recipients(Vec<Recipient>);

impl std::fmt::Debug for Recipients {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} recipients", self.0.len())
    }
}

impl Recipients {
    /// One a line, as in a recipients file of age: empty lines and those with `#` do not count.
    ///
    /// # Errors
    /// A line is no recipient, or there is none.
    pub fn parse<'a>(lines: impl IntoIterator<Item = &'a str>) -> Result<Self, RecipientError> {
        let mut recipients = Vec::new();
        for (position, line) in lines.into_iter().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let recipient = line.parse::<Recipient>();
            recipients.push(recipient.map_err(|_| RecipientError::NotARecipient(position + 1))?);
        }
        if recipients.is_empty() {
            return Err(RecipientError::Nobody);
        }
        Ok(Self(recipients))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Encrypts what is written to `out`.
    ///
    /// # Errors
    /// The beginning of the file cannot be written.
    pub fn encrypt<W: Write>(&self, out: W) -> Result<EncryptedFile<W>, RecipientError> {
        let recipients = self
            .0
            .iter()
            .map(|recipient| recipient as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients)?;
        Ok(EncryptedFile(encryptor.wrap_output(out)?))
    }
}

/// A file that is being encrypted. Without [`EncryptedFile::finish`] nobody can open it: half a file is none.
pub struct EncryptedFile<W: Write>(StreamWriter<W>);

impl<W: Write> EncryptedFile<W> {
    /// Ends the file.
    ///
    /// # Errors
    /// The end cannot be written.
    pub fn finish(self) -> io::Result<()> {
        self.0.finish()?.flush()
    }
}

impl<W: Write> Write for EncryptedFile<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use age::x25519::Identity;

    use super::*;

    fn encrypted(recipients: &Recipients, plain: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut file = recipients.encrypt(&mut out).unwrap();
        file.write_all(plain).unwrap();
        file.finish().unwrap();
        out
    }

    #[test]
    fn each_recipient_opens_the_file_and_nobody_else() {
        let (a, b, other) = (
            Identity::generate(),
            Identity::generate(),
            Identity::generate(),
        );
        let lines = format!("# auditors\n{}\n\n{}\n", a.to_public(), b.to_public());
        let recipients = Recipients::parse(lines.lines()).unwrap();

        let file = encrypted(&recipients, b"entry 1");

        assert_eq!(recipients.count(), 2);
        assert_eq!(age::decrypt(&a, &file).unwrap(), b"entry 1");
        assert_eq!(age::decrypt(&b, &file).unwrap(), b"entry 1");
        assert!(age::decrypt(&other, &file).is_err());
        assert!(!file.windows(7).any(|piece| piece == b"entry 1"));
    }

    #[test]
    fn a_file_cut_off_does_not_open() {
        let identity = Identity::generate();
        let line = identity.to_public().to_string();
        let recipients = Recipients::parse([line.as_str()]).unwrap();

        let file = encrypted(&recipients, &vec![7; 200_000]);

        assert!(age::decrypt(&identity, &file[..file.len() - 1]).is_err());
    }

    #[test]
    fn a_private_key_or_nobody_is_refused_without_being_repeated() {
        use age::secrecy::ExposeSecret;
        let private = Identity::generate().to_string();

        let error = Recipients::parse([private.expose_secret()]).unwrap_err();

        assert_eq!(
            error.to_string(),
            "recipient 1 is no age public key (age1…)"
        );
        assert!(matches!(
            Recipients::parse(["# nobody"]),
            Err(RecipientError::Nobody)
        ));
    }
}
