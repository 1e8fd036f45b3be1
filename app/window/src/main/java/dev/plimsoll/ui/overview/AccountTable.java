package dev.plimsoll.ui.overview;

import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.Tokens;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.Columns;
import dev.plimsoll.ui.kit.FitColumns;
import dev.plimsoll.ui.kit.Sheet;
import dev.plimsoll.ui.kit.Swatch;
import dev.plimsoll.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The account book as rows. While the pointer is over them their order stays.
final class AccountTable {

    private AccountTable() {}

    static TableView<Account> make(Tokens tokens) {
        TableView<Account> table = Columns.table();
        table.setId("accounts");
        table.setAccessibleText(Words.say("overview.accounts"));
        TableColumn<Account, Account> name =
                Columns.column(Words.say("overview.account"), 152, Comparator.comparing(Account::name));
        name.setCellFactory(ignored -> new NameCell(tokens));
        TableColumn<Account, Account> change = Columns.number(
                Words.say("overview.change"),
                84,
                Account::change,
                account -> Words.signedMib(account.change()),
                "strong");
        TableColumn<Account, Account> bar = Columns.column("", 112, null);
        bar.setCellFactory(ignored -> new BarCell(tokens));
        TableColumn<Account, Account> perMinute = Columns.number(
                Words.say("overview.perMinute"),
                84,
                Account::perMinute,
                account -> Words.signedMib(account.perMinute()));
        TableColumn<Account, Account> how = Columns.text(Words.say("overview.how"), 260, Account::how, "secondary");
        table.getColumns()
                .setAll(List.of(
                        name,
                        Columns.number(
                                Words.say("overview.now"), 84, Account::now, account -> Words.mib(account.now())),
                        change,
                        perMinute,
                        Columns.number(
                                Words.say("overview.share"),
                                76,
                                Account::share,
                                account -> account.share() >= 0 ? Words.percent(account.share()) : ""),
                        bar,
                        how));
        FitColumns.in(table, how, 150, List.of(bar, perMinute));
        table.getSortOrder().setAll(List.of(change));
        return table;
    }

    /// Replaces the rows; sorts them unless the pointer is over the table.
    static void show(TableView<Account> table, List<Account> accounts) {
        Account selected = table.getSelectionModel().getSelectedItem();
        List<Account> ordered = accounts;
        boolean sameRows = table.getItems().size() == accounts.size();
        if (table.isHover() && sameRows) {
            List<String> order = table.getItems().stream().map(Account::name).toList();
            ordered = accounts.stream()
                    .sorted(Comparator.comparingInt(account -> order.indexOf(account.name())))
                    .toList();
            table.getItems().setAll(ordered);
        } else {
            table.getItems().setAll(ordered);
            table.sort();
        }
        if (selected != null) {
            for (Account account : table.getItems()) {
                if (account.name().equals(selected.name())) {
                    table.getSelectionModel().select(account);
                }
            }
        }
    }

    private static final class NameCell extends TableCell<Account, Account> {
        private final Swatch swatch;

        NameCell(Tokens tokens) {
            swatch = new Swatch("heap", tokens);
            setGraphicTextGap(6);
        }

        @Override
        protected void updateItem(@Nullable Account account, boolean empty) {
            super.updateItem(account, empty);
            if (account == null || empty) {
                setText(null);
                setGraphic(null);
            } else {
                setText(account.name());
                setGraphic(swatch);
                swatch.setName(account.name());
            }
        }
    }

    /// Size beside the biggest account, as a bar on a track.
    private static final class BarCell extends TableCell<Account, Account> {
        private final Bar bar;

        BarCell(Tokens tokens) {
            bar = new Bar(tokens);
            bar.setPrefSize(90, 12);
        }

        @Override
        protected void updateItem(@Nullable Account account, boolean empty) {
            super.updateItem(account, empty);
            boolean none = account == null || empty || !(account.share() >= 0);
            setGraphic(none ? null : bar);
            if (account != null && !none) {
                double most = getTableView().getItems().stream()
                        .mapToDouble(Account::now)
                        .max()
                        .orElse(1);
                bar.show(account.name(), account.now() / Math.max(1, most));
            }
        }
    }

    private static final class Bar extends Sheet {
        private String name = "heap";
        private double share;

        Bar(Tokens tokens) {
            super(tokens);
        }

        void show(String account, double of) {
            name = account;
            share = of;
            repaint();
        }

        @Override
        protected void paint(GraphicsContext gc, double width, double height) {
            double top = (height - 6) / 2;
            gc.setFill(tokens().get(Token.BG_3));
            gc.fillRect(0, top, width, 6);
            gc.setFill(BindingColors.paint(name, tokens()));
            gc.fillRect(0, top, Math.clamp(share, 0, 1) * width, 6);
        }
    }
}
