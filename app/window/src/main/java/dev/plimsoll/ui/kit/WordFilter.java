package dev.plimsoll.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.util.StringConverter;
import org.controlsfx.control.tableview2.FilteredTableColumn;
import org.controlsfx.control.tableview2.filter.parser.Parser;
import org.controlsfx.control.tableview2.filter.popupfilter.PopupStringFilter;
import org.jspecify.annotations.Nullable;

/// Filters a column of words: by an expression of ControlsFX as `begins with "com"`, or by any other text, which the
/// words must contain, in capitals or not. FX thread; what it makes tests on any.
final class WordFilter<R> extends PopupStringFilter<R, R> {

    private final Function<R, String> words;

    WordFilter(FilteredTableColumn<R, R> column, Function<R, String> words) {
        super(column);
        this.words = words;
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable R row) {
                return row == null ? "" : words.apply(row);
            }

            @Override
            public @Nullable R fromString(String text) {
                return null;
            }
        });
    }

    @Override
    public Parser<R> getParser() {
        return new PlainToo<>(super.getParser(), words);
    }

    private record PlainToo<R>(Parser<R> expressions, Function<R, String> words) implements Parser<R> {

        @Override
        public Predicate<R> parse(String text) {
            if (expressions.isValid(text)) {
                return expressions.parse(text);
            }
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            return row -> words.apply(row).toLowerCase(Locale.ROOT).contains(wanted);
        }

        @Override
        public boolean isValid(String text) {
            return true;
        }

        @Override
        public List<String> operators() {
            return expressions.operators();
        }

        @Override
        public String getSymbol(String operator) {
            return expressions.getSymbol(operator);
        }

        @Override
        public String getErrorMessage() {
            return "";
        }
    }
}
