package practicum.token;

/** Text that a tokenizer cannot take as it was meant: the message says which part and what to do. */
public final class TokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TokenException(String message) {
        super(message);
    }
}
