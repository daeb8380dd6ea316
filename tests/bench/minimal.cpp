// The least that a Qt program with a window and a table can be: what `ballast` is held against. The same flags, the same size of
// window, no menu, no icon, no setting, no network.

#include <QAbstractTableModel>
#include <QApplication>
#include <QMainWindow>
#include <QTableView>

namespace {

constexpr int rows = 10'000, columns = 8;

class Numbers final : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : rows; }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : columns; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return QStringLiteral("%1, %2").arg(index.row()).arg(index.column());
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Numbers numbers;
    QTableView table;
    table.setModel(&numbers);
    QMainWindow window;
    window.setCentralWidget(&table);
    window.resize(1200, 800);
    window.show();
    const int code = QApplication::exec();
    window.takeCentralWidget(); // it lives on the stack
    return code;
}
